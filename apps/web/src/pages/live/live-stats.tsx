import { type LiveView } from '../../live/live-runner.js';
import { useFormat, useStrings } from '../../strings/language.js';

/** How well the line and the service keep up. */
export function LiveStats({ view }: { readonly view: LiveView | null }) {
  const { live: t } = useStrings();
  const format = useFormat();
  const facts: [name: string, value: string][] = [
    [t.framesPerS, view === null ? '–' : format.number(view.framesPerS)],
    [t.delay, view === null ? '–' : `${format.number(view.delayMs)} ms`],
    [t.dropped, view === null ? '–' : format.number(view.dropped)],
    [t.faces, view === null ? '–' : format.number(view.faces.length)],
  ];
  return (
    <dl className="live-stats">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
