const quotes = ['Simplicity is prerequisite for reliability.', 'Premature optimization is the root of all evil.'];

export default {
  async fetch(request, env) {
    if (request.method === 'OPTIONS') {
      return withCors(new Response(null, { status: 204 }), env);
    }

    const { pathname } = new URL(request.url);
    if (pathname !== '/quote') {
      return withCors(new Response('not found', { status: 404 }), env);
    }

    const quote = quotes[Math.floor(Math.random() * quotes.length)];
    return withCors(Response.json({ quote }), env);
  },
};

function withCors(response, env) {
  response.headers.set('Access-Control-Allow-Origin', env.ALLOWED_ORIGIN || '*');
  response.headers.set('Access-Control-Allow-Methods', 'GET, OPTIONS');
  return response;
}
