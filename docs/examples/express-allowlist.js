import cors from 'cors';
import express from 'express';

const allowedOrigins = (process.env.ALLOWED_ORIGINS ?? 'https://app.example.com')
  .split(',')
  .map((origin) => origin.trim())
  .filter(Boolean);

const app = express();

// Same site only: registered before the middleware.
app.get('/status', (req, res) => {
  res.json({ ok: true });
});

app.use(
  cors({
    origin(origin, callback) {
      callback(null, allowedOrigins.includes(origin));
    },
    credentials: true,
    maxAge: 600,
  }),
);

app.get('/invoices', (req, res) => {
  res.json([{ id: 'inv-1', amount: 1200 }]);
});

app.listen(3000);
