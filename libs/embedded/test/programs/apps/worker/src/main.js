import { endInOrder } from '../../../note-end.js';

endInOrder('worker');
process.stdout.write(`${JSON.stringify({ level: 30, msg: 'only for the file' })}\n`);
process.stdout.write(
  `${JSON.stringify({ level: 40, msg: 'for everybody', err: { message: 'the cause' } })}\n`,
);
