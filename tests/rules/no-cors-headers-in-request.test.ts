import rule from '../../rules/no-cors-headers-in-request.ts'
import { code } from '../servers/harness/code.ts'
import { runRule, typescriptRuleTester } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-cors-headers-in-request', rule, {
  valid: [
    {
      name: 'other headers',
      code: code`
  await fetch('/api/cors', { headers: { Accept: 'application/json', Authorization: \`Bearer \${token}\` } })
`,
    },
    {
      name: 'what a preflight sends, in a test',
      code: code`
  const response = await fetch('http://localhost:3000/', {
    method: 'OPTIONS',
    headers: { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'PUT' },
  })
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://app.example.com')
`,
    },
    {
      name: 'the headers of a response',
      code: code`
  export function GET() {
    return Response.json([], { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })
  }
`,
    },
    {
      name: 'a response of Node',
      code: code`
  import { createServer } from 'node:http'

  createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
    res.writeHead(200, { 'Access-Control-Max-Age': '600' }).end()
  })
`,
    },
    {
      name: 'a proxy that answers',
      code: code`
  export default {
    async fetch(request) {
      const upstream = await fetch(new Request('https://upstream.example', request))
      const headers = new Headers(upstream.headers)
      headers.set('Access-Control-Allow-Origin', 'https://app.example.com')
      return new Response(upstream.body, { status: upstream.status, headers })
    },
  }
`,
    },
    {
      name: 'an assertion about what was fetched',
      code: code`
  expect(fetch).toHaveBeenCalledWith('/x', { headers: { 'Access-Control-Allow-Origin': '*' } })
`,
    },
    {
      name: 'a mock that answers',
      code: code`
  import { http, HttpResponse } from 'msw'

  export const handlers = [
    http.get('/x', () => HttpResponse.json({}, { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } })),
  ]
`,
    },
    {
      name: 'a client of the project',
      code: code`
  import axios from './axios.js'

  axios.get('/x', { headers: { 'Access-Control-Allow-Origin': '*' } })
`,
    },
    {
      name: 'a function of that name',
      code: code`
  const fetch = (url, answer) => answer
  fetch('/x', { headers: { 'Access-Control-Allow-Origin': '*' } })
`,
    },
    {
      name: 'the data of a request',
      code: code`
  import axios from 'axios'

  axios.post('/api/logs', { headers: { 'Access-Control-Allow-Origin': '*' } })
`,
    },
    {
      name: 'what an answer says',
      code: code`
  import axios from 'axios'

  const { headers } = await axios.get('/x')
  console.log(headers['Access-Control-Allow-Origin'])
`,
    },
    {
      name: 'headers that cannot be seen',
      code: code`
  import { corsHeaders } from './headers.js'

  await fetch('/cors', { headers: corsHeaders })
`,
    },
    {
      name: 'headers that are passed on',
      code: code`
  import axios from 'axios'

  export const proxy = (req) => axios.get('https://upstream.example/cors', { headers: { ...req.headers } })
`,
    },
    {
      name: 'a body that mentions them',
      code: code`
  await fetch('/api/settings', {
    method: 'POST',
    body: JSON.stringify({ headers: { 'Access-Control-Allow-Origin': '*' } }),
  })
`,
    },
    {
      name: 'in development only',
      code: code`
  import axios from 'axios'

  if (process.env.NODE_ENV === 'development') axios.defaults.headers.common['Access-Control-Allow-Origin'] = '*'
`,
    },
    {
      name: 'a Map',
      code: code`
  const seen = new Map()
  seen.set('Access-Control-Allow-Origin', '*')
`,
    },
    {
      name: 'supertest, which asks what comes back',
      code: code`
  import request from 'supertest'

  await request(app).get('/').set('Origin', 'https://app.example.com').expect('Access-Control-Allow-Origin', '*')
`,
    },
    {
      name: 'superagent, other headers',
      code: code`
  import request from 'superagent'

  request.get('/cors').set('Accept', 'application/json').set({ 'X-Requested-With': 'app' })
`,
    },
    {
      name: 'XMLHttpRequest, other headers',
      code: code`
  const xhr = new XMLHttpRequest()
  xhr.open('GET', '/cors')
  xhr.setRequestHeader('X-Requested-With', 'app')
  console.log(xhr.getResponseHeader('Access-Control-Allow-Origin'))
`,
    },
    {
      name: 'the headers of a dev server',
      code: code`
  export default {
    devServer: { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } },
  }
`,
    },
    {
      name: 'a server by the module of clients',
      languageOptions: commonjs,
      code: code`
  const https = require('node:https')

  https.createServer((req, res) => {
    res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com')
    res.end()
  })
`,
    },
    {
      name: 'headers without their words',
      code: code`
  fetch('/x', { headers: { 'X-Origin': '*' } })
`,
    },
    {
      name: 'an interceptor of answers',
      code: code`
  import axios from 'axios'

  axios.interceptors.response.use((response) => {
    response.headers['Access-Control-Allow-Origin'] = 'https://app.example.com'
    return response
  })
`,
    },
    {
      name: 'a list of names',
      code: code`
  export const CORS_HEADERS = ['Access-Control-Allow-Origin', 'Access-Control-Max-Age']
`,
    },
    {
      name: 'what a mock of axios answers',
      code: code`
  import axios from 'axios'
  import MockAdapter from 'axios-mock-adapter'

  new MockAdapter(axios).onGet('/x').reply(200, {}, { headers: { 'Access-Control-Allow-Origin': '*' } })
`,
    },
    {
      name: 'the headers of a nock',
      code: code`
  import nock from 'nock'

  nock('https://api.example.com').get('/').reply(200, {}, { 'Access-Control-Allow-Origin': '*' })
`,
    },
  ],
  invalid: [
    {
      name: 'fetch',
      code: code`
  await fetch('https://api.example.com/orders', { headers: { 'Access-Control-Allow-Origin': '*' } })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`fetch`' },
          line: 1,
          column: 60,
          endLine: 1,
          endColumn: 94,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  await fetch('https://api.example.com/orders', { headers: {} })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'fetch, among others',
      code: code`
  await fetch('https://api.example.com/orders', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': 'https://app.example.com', // our site
      'Access-Control-Allow-Credentials': 'true',
    },
    body: '{}',
  })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`fetch`' },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  await fetch('https://api.example.com/orders', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      // our site
      'Access-Control-Allow-Credentials': 'true',
    },
    body: '{}',
  })
`,
            },
          ],
        },
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Credentials', label: '`fetch`' },
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 47,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Credentials' },
              output: code`
  await fetch('https://api.example.com/orders', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': 'https://app.example.com', // our site
    },
    body: '{}',
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'fetch of the window, headers in a variable',
      code: code`
  const headers = { Accept: 'application/json', 'access-control-allow-headers': 'Content-Type' }
  window.fetch('https://api.example.com/orders', { headers })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Headers', label: '`fetch`' },
          line: 1,
          column: 47,
          endLine: 1,
          endColumn: 93,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Headers' },
              output: code`
  const headers = { Accept: 'application/json' }
  window.fetch('https://api.example.com/orders', { headers })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'headers that are assigned',
      code: code`
  const headers = {}
  headers['Access-Control-Allow-Methods'] = 'GET, PUT'
  export const load = () => fetch('https://api.example.com/orders', { headers })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Methods', label: '`fetch`' },
          line: 2,
          column: 1,
          endLine: 2,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Methods' },
              output: code`
  const headers = {}
  export const load = () => fetch('https://api.example.com/orders', { headers })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a Headers object',
      code: code`
  const headers = new Headers({ 'Access-Control-Max-Age': '600' })
  headers.append('Access-Control-Allow-Origin', '*')
  fetch('https://api.example.com/orders', { headers })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Max-Age', label: '`fetch`' },
          line: 1,
          column: 31,
          endLine: 1,
          endColumn: 62,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Max-Age' },
              output: code`
  const headers = new Headers({})
  headers.append('Access-Control-Allow-Origin', '*')
  fetch('https://api.example.com/orders', { headers })
`,
            },
          ],
        },
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`fetch`' },
          line: 2,
          column: 1,
          endLine: 2,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  const headers = new Headers({ 'Access-Control-Max-Age': '600' })
  fetch('https://api.example.com/orders', { headers })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a list of pairs',
      code: code`
  fetch('https://api.example.com/orders', {
    headers: [
      ['Accept', '*/*'],
      ['Access-Control-Allow-Origin', '*'],
    ],
  })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`fetch`' },
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 41,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  fetch('https://api.example.com/orders', {
    headers: [
      ['Accept', '*/*'],
    ],
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a Request',
      code: code`
  export const request = new Request('https://api.example.com/orders', {
    headers: { 'Access-Control-Expose-Headers': 'X-Total' },
  })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Expose-Headers', label: 'A `Request`' },
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Expose-Headers' },
              output: code`
  export const request = new Request('https://api.example.com/orders', {
    headers: {},
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a factory of options',
      code: code`
  const options = (token) => ({ headers: { Authorization: token, 'Access-Control-Allow-Origin': '*' } })
  export const load = (token) => fetch('https://api.example.com/orders', options(token))
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`fetch`' },
          line: 1,
          column: 64,
          endLine: 1,
          endColumn: 98,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  const options = (token) => ({ headers: { Authorization: token } })
  export const load = (token) => fetch('https://api.example.com/orders', options(token))
`,
            },
          ],
        },
      ],
    },
    {
      name: 'headers that a response has as well',
      code: code`
  const corsHeaders = { 'Access-Control-Allow-Origin': 'https://app.example.com' }

  export async function GET() {
    const upstream = await fetch('https://upstream.example', { headers: corsHeaders })
    return new Response(upstream.body, { headers: corsHeaders })
  }
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`fetch`' },
          line: 4,
          column: 26,
          endLine: 4,
          endColumn: 85,
        },
      ],
    },
    {
      name: 'axios',
      code: code`
  import axios from 'axios'

  axios.get('https://api.example.com/orders', { headers: { 'Access-Control-Allow-Origin': '*' } })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`axios`' },
          line: 3,
          column: 58,
          endLine: 3,
          endColumn: 92,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  import axios from 'axios'

  axios.get('https://api.example.com/orders', { headers: {} })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'axios with data',
      languageOptions: commonjs,
      code: code`
  const axios = require('axios');

  module.exports = (order) =>
    axios.post('https://api.example.com/orders', order, {
      withCredentials: true,
      headers: { 'Access-Control-Allow-Origin': '*' },
    });
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`axios`' },
          line: 6,
          column: 16,
          endLine: 6,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  const axios = require('axios');

  module.exports = (order) =>
    axios.post('https://api.example.com/orders', order, {
      withCredentials: true,
      headers: {},
    });
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an instance of axios',
      code: code`
  import axios from 'axios'

  const api = axios.create({
    baseURL: 'https://api.example.com',
    headers: { common: { 'Access-Control-Allow-Origin': '*', Accept: '*/*' } },
  })
  api.put('/orders/1', {}, { headers: { 'Access-Control-Allow-Methods': 'PUT' } })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`axios`' },
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 58,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  import axios from 'axios'

  const api = axios.create({
    baseURL: 'https://api.example.com',
    headers: { common: { Accept: '*/*' } },
  })
  api.put('/orders/1', {}, { headers: { 'Access-Control-Allow-Methods': 'PUT' } })
`,
            },
          ],
        },
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Methods', label: '`axios`' },
          line: 7,
          column: 39,
          endLine: 7,
          endColumn: 76,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Methods' },
              output: code`
  import axios from 'axios'

  const api = axios.create({
    baseURL: 'https://api.example.com',
    headers: { common: { 'Access-Control-Allow-Origin': '*', Accept: '*/*' } },
  })
  api.put('/orders/1', {}, { headers: {} })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'the defaults of axios',
      code: code`
  import axios from 'axios'

  axios.defaults.baseURL = 'https://api.example.com'
  axios.defaults.headers.common['Access-Control-Allow-Origin'] = '*'
  axios.defaults.headers.post['Access-Control-Allow-Methods'] = 'POST'
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`axios`' },
          line: 4,
          column: 1,
          endLine: 4,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  import axios from 'axios'

  axios.defaults.baseURL = 'https://api.example.com'
  axios.defaults.headers.post['Access-Control-Allow-Methods'] = 'POST'
`,
            },
          ],
        },
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Methods', label: '`axios`' },
          line: 5,
          column: 1,
          endLine: 5,
          endColumn: 69,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Methods' },
              output: code`
  import axios from 'axios'

  axios.defaults.baseURL = 'https://api.example.com'
  axios.defaults.headers.common['Access-Control-Allow-Origin'] = '*'
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an interceptor',
      code: code`
  import axios from 'axios'

  const api = axios.create()
  api.interceptors.request.use((config) => {
    config.headers['Access-Control-Allow-Origin'] = '*'
    return config
  })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`axios`' },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  import axios from 'axios'

  const api = axios.create()
  api.interceptors.request.use((config) => {
    return config
  })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'axios as a function',
      code: code`
  import axios from 'axios'

  axios({ url: 'https://api.example.com/orders', headers: { 'Access-Control-Allow-Credentials': true } })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Credentials', label: '`axios`' },
          line: 3,
          column: 59,
          endLine: 3,
          endColumn: 99,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Credentials' },
              output: code`
  import axios from 'axios'

  axios({ url: 'https://api.example.com/orders', headers: {} })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'ky',
      code: code`
  import ky from 'ky'

  export const api = ky.extend({ headers: { 'Access-Control-Allow-Origin': '*' } })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`ky`' },
          line: 3,
          column: 43,
          endLine: 3,
          endColumn: 77,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  import ky from 'ky'

  export const api = ky.extend({ headers: {} })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'got, which is no browser',
      code: code`
  import got from 'got'

  await got.post('https://api.example.com/orders', { headers: { 'access-control-allow-origin': '*' }, json: {} })
`,
      errors: [
        {
          messageId: 'server',
          data: { name: 'Access-Control-Allow-Origin', label: '`got`' },
          line: 3,
          column: 63,
          endLine: 3,
          endColumn: 97,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  import got from 'got'

  await got.post('https://api.example.com/orders', { headers: {}, json: {} })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'superagent',
      code: code`
  import request from 'superagent'

  request
    .get('https://api.example.com/orders')
    .set('Access-Control-Allow-Origin', '*')
    .set('Accept', 'application/json')
    .end()
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`superagent`' },
          line: 3,
          column: 1,
          endLine: 5,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  import request from 'superagent'

  request
    .get('https://api.example.com/orders')
    .set('Accept', 'application/json')
    .end()
`,
            },
          ],
        },
      ],
    },
    {
      name: 'superagent with an object',
      code: code`
  import request from 'superagent'

  request.get('https://api.example.com/orders').set({ 'Access-Control-Allow-Origin': '*', Accept: '*/*' })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`superagent`' },
          line: 3,
          column: 53,
          endLine: 3,
          endColumn: 87,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  import request from 'superagent'

  request.get('https://api.example.com/orders').set({ Accept: '*/*' })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'XMLHttpRequest',
      code: code`
  const xhr = new XMLHttpRequest()
  xhr.open('GET', 'https://api.example.com/orders')
  xhr.setRequestHeader('Access-Control-Allow-Origin', '*')
  xhr.send()
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`XMLHttpRequest`' },
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 57,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  const xhr = new XMLHttpRequest()
  xhr.open('GET', 'https://api.example.com/orders')
  xhr.send()
`,
            },
          ],
        },
      ],
    },
    {
      name: 'jQuery',
      code: code`
  $.ajax({
    url: 'https://api.example.com/orders',
    headers: { 'Access-Control-Allow-Origin': '*' },
    beforeSend: (xhr) => xhr.setRequestHeader('Access-Control-Allow-Headers', '*'),
  })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`jQuery`' },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  $.ajax({
    url: 'https://api.example.com/orders',
    headers: {},
    beforeSend: (xhr) => xhr.setRequestHeader('Access-Control-Allow-Headers', '*'),
  })
`,
            },
          ],
        },
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Headers', label: '`XMLHttpRequest`' },
          line: 4,
          column: 24,
          endLine: 4,
          endColumn: 81,
        },
      ],
    },
    {
      name: 'a request of Node',
      languageOptions: commonjs,
      code: code`
  const https = require('https');

  const req = https.request('https://api.example.com/orders', { headers: { 'Access-Control-Allow-Origin': '*' } });
  req.setHeader('Access-Control-Allow-Methods', 'GET');
  req.end();
`,
      errors: [
        {
          messageId: 'server',
          data: { name: 'Access-Control-Allow-Origin', label: 'A request of Node' },
          line: 3,
          column: 74,
          endLine: 3,
          endColumn: 108,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  const https = require('https');

  const req = https.request('https://api.example.com/orders', { headers: {} });
  req.setHeader('Access-Control-Allow-Methods', 'GET');
  req.end();
`,
            },
          ],
        },
        {
          messageId: 'server',
          data: { name: 'Access-Control-Allow-Methods', label: 'A request of Node' },
          line: 4,
          column: 1,
          endLine: 4,
          endColumn: 53,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Methods' },
              output: code`
  const https = require('https');

  const req = https.request('https://api.example.com/orders', { headers: { 'Access-Control-Allow-Origin': '*' } });
  req.end();
`,
            },
          ],
        },
      ],
    },
    {
      name: 'fetch of Node, by package',
      code: code`
  import fetch from 'node-fetch'

  await fetch('https://api.example.com/orders', { headers: { 'Access-Control-Allow-Private-Network': 'true' } })
`,
      errors: [
        {
          messageId: 'server',
          data: { name: 'Access-Control-Allow-Private-Network', label: '`fetch`' },
          line: 3,
          column: 60,
          endLine: 3,
          endColumn: 106,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Private-Network' },
              output: code`
  import fetch from 'node-fetch'

  await fetch('https://api.example.com/orders', { headers: {} })
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a name in a constant',
      code: code`
  const NAME = 'Access-Control-Allow-Origin'
  fetch('https://api.example.com/orders', { headers: { [NAME]: '*' } })
`,
      errors: [
        {
          messageId: 'browser',
          data: { name: 'Access-Control-Allow-Origin', label: '`fetch`' },
          line: 2,
          column: 54,
          endLine: 2,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'remove',
              data: { name: 'Access-Control-Allow-Origin' },
              output: code`
  const NAME = 'Access-Control-Allow-Origin'
  fetch('https://api.example.com/orders', { headers: {} })
`,
            },
          ],
        },
      ],
    },
  ],
})

runRule(
  'no-cors-headers-in-request',
  rule,
  {
    valid: [
      {
        name: 'Angular without them',
        code: code`
  import { HttpHeaders } from '@angular/common/http'

  // The server sends Access-Control-Allow-Origin.
  export const options = { headers: new HttpHeaders({ 'Content-Type': 'application/json' }) }
`,
      },
    ],
    invalid: [
      {
        name: 'Angular',
        code: code`
  import { HttpClient, HttpHeaders } from '@angular/common/http'

  export class Orders {
    constructor(private readonly http: HttpClient) {}

    load() {
      const headers = new HttpHeaders({ 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' })
      return this.http.get('https://api.example.com/orders', { headers })
    }

    save() {
      const headers = new HttpHeaders().set('Access-Control-Allow-Origin', '*').set('Accept', '*/*')
      return this.http.put('https://api.example.com/orders', {}, { headers })
    }
  }
`,
        errors: [
          {
            messageId: 'browser',
            data: { name: 'Access-Control-Allow-Origin', label: '`HttpClient`' },
            line: 7,
            column: 75,
            endLine: 7,
            endColumn: 109,
            suggestions: [
              {
                messageId: 'remove',
                data: { name: 'Access-Control-Allow-Origin' },
                output: code`
  import { HttpClient, HttpHeaders } from '@angular/common/http'

  export class Orders {
    constructor(private readonly http: HttpClient) {}

    load() {
      const headers = new HttpHeaders({ 'Content-Type': 'application/json' })
      return this.http.get('https://api.example.com/orders', { headers })
    }

    save() {
      const headers = new HttpHeaders().set('Access-Control-Allow-Origin', '*').set('Accept', '*/*')
      return this.http.put('https://api.example.com/orders', {}, { headers })
    }
  }
`,
              },
            ],
          },
          {
            messageId: 'browser',
            data: { name: 'Access-Control-Allow-Origin', label: '`HttpClient`' },
            line: 12,
            column: 21,
            endLine: 12,
            endColumn: 78,
            suggestions: [
              {
                messageId: 'remove',
                data: { name: 'Access-Control-Allow-Origin' },
                output: code`
  import { HttpClient, HttpHeaders } from '@angular/common/http'

  export class Orders {
    constructor(private readonly http: HttpClient) {}

    load() {
      const headers = new HttpHeaders({ 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' })
      return this.http.get('https://api.example.com/orders', { headers })
    }

    save() {
      const headers = new HttpHeaders().set('Accept', '*/*')
      return this.http.put('https://api.example.com/orders', {}, { headers })
    }
  }
`,
              },
            ],
          },
        ],
      },
      {
        name: 'typed options',
        code: code`
  const options: RequestInit = { mode: 'cors', headers: { 'Access-Control-Allow-Origin': '*' } }
  export const load = async (): Promise<Response> => await fetch('https://api.example.com/orders', options)
`,
        errors: [
          {
            messageId: 'browser',
            data: { name: 'Access-Control-Allow-Origin', label: '`fetch`' },
            line: 1,
            column: 57,
            endLine: 1,
            endColumn: 91,
            suggestions: [
              {
                messageId: 'remove',
                data: { name: 'Access-Control-Allow-Origin' },
                output: code`
  const options: RequestInit = { mode: 'cors', headers: {} }
  export const load = async (): Promise<Response> => await fetch('https://api.example.com/orders', options)
`,
              },
            ],
          },
        ],
      },
    ],
  },
  typescriptRuleTester,
)
