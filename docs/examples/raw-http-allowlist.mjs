import { createServer } from 'node:http';

const ALLOWED = new Set(['https://app.example.com', 'https://admin.example.com']);

function cors(req, res) {
  const { origin } = req.headers;
  res.setHeader('Vary', 'Origin');
  if (!ALLOWED.has(origin)) return;

  res.setHeader('Access-Control-Allow-Origin', origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  res.setHeader('Access-Control-Allow-Methods', 'GET, DELETE');
}

const sessions = new Map([['1', { device: 'phone' }]]);

const server = createServer((req, res) => {
  cors(req, res);

  if (req.method === 'OPTIONS') {
    res.writeHead(204).end();
    return;
  }

  if (req.method === 'DELETE') {
    sessions.delete(req.url.slice(1));
  }
  res.setHeader('Content-Type', 'application/json');
  res.end(JSON.stringify([...sessions]));
});

server.listen(8080);
