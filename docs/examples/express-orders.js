import cors from 'cors';
import express from 'express';

const app = express();

app.use(cors());
app.use(express.json());

const orders = new Map([
  [1, { id: 1, customer: 'ada', total: 42 }],
  [2, { id: 2, customer: 'grace', total: 7 }],
]);

app.get('/orders', (req, res) => {
  res.json([...orders.values()]);
});

app.get('/orders/:id', (req, res) => {
  const order = orders.get(Number(req.params.id));
  if (!order) {
    return res.status(404).json({ error: 'no such order' });
  }
  res.json(order);
});

app.put('/orders/:id', (req, res) => {
  const id = Number(req.params.id);
  orders.set(id, { ...orders.get(id), ...req.body, id });
  res.sendStatus(204);
});

app.listen(process.env.PORT ?? 3000);
