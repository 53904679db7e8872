/** A platform that costs nothing: 130 bytes of JSON to every request. Told to its parent, its address. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const BODY = JSON.stringify({
  id: 'le-havre-fecamp',
  name: 'Le Havre Seine Métropole et Fécamp',
  status: 'operational',
  timeZone: 'Europe/Paris',
  region: '28',
});

const server = createServer((_request, response) => {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(BODY),
    'x-request-id': 'bench',
  });
  response.end(BODY);
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on('disconnect', () => process.exit());
