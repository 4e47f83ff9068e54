import { createServer } from 'node:http';

import { endInOrder } from '../../../note-end.js';

if (process.env.LOG_LEVEL === 'refuse') {
  process.stderr.write('LOG_LEVEL must be something else\n');
  process.exit(1);
}
endInOrder('api');
createServer((request, response) => {
  if (request.url === '/crash') process.exit(3);
  response.writeHead(200).end(request.url === '/pid' ? String(process.pid) : 'ok');
}).listen(Number(process.env.PORT), process.env.HOST);
