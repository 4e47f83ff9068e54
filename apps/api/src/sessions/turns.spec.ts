import { Turns } from './turns.js';

describe('Turns', () => {
  it('come in order for one name, and at once for another', async () => {
    const turns = new Turns();
    const [first, second, third, other] = ['a', 'a', 'a', 'b'].map((name) => turns.take(name));
    const come: string[] = [];
    const note = (name: string) => () => void come.push(name);
    const all = [second.come.then(note('second')), third.come.then(note('third'))];
    await first.come;
    await other.come;
    expect(come).toEqual([]);
    // Giving up does not let others pass.
    second.leave();
    await Promise.resolve();
    expect(come).toEqual([]);
    first.leave();
    await Promise.all(all);
    expect(come).toEqual(['second', 'third']);
    third.leave();
    await turns.take('a').come;
  });
});
