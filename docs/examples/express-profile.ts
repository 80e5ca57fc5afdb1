import cors, { type CorsOptions } from 'cors';
import express, { type NextFunction, type Request, type Response } from 'express';

interface Profile {
  name: string;
  email: string;
}

const profiles = new Map<string, Profile>([['s3cr3t', { name: 'Ada', email: 'ada@example.com' }]]);

// The web app signs in with a session cookie.
const corsOptions: CorsOptions = {
  origin: true,
  credentials: true,
  methods: ['GET', 'PATCH'],
};

const app = express();
app.use(cors(corsOptions));
app.use(express.json());

function session(req: Request, res: Response, next: NextFunction): void {
  const profile = profiles.get(/session=(\w+)/.exec(req.headers.cookie ?? '')?.[1] ?? '');
  if (!profile) {
    res.sendStatus(401);
    return;
  }
  res.locals.profile = profile;
  next();
}

app.get('/profile', session, (_req, res) => {
  res.json(res.locals.profile);
});

app.patch('/profile', session, (req, res) => {
  res.json(Object.assign(res.locals.profile as Profile, req.body));
});

app.listen(3000);
