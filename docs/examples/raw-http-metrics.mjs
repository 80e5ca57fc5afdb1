import { createServer } from 'node:http';
import { loadavg } from 'node:os';

const started = Date.now();
let requests = 0;

function metrics() {
  const { rss, heapUsed } = process.memoryUsage();
  return { uptime: Date.now() - started, requests, rss, heapUsed, load: loadavg() };
}

const server = createServer((req, res) => {
  requests += 1;

  if (req.method !== 'GET' || req.url !== '/metrics') {
    res.writeHead(404).end();
    return;
  }

  res.writeHead(200, {
    'Content-Type': 'application/json',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Credentials': 'true',
  });
  res.end(JSON.stringify(metrics()));
});

server.listen(9100);
