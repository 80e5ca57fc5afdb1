import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { nextServer } from './harness/node-frameworks.ts'
import { describeTable } from './harness/table.ts'

/** `headers()` in the configuration of Next.js 16. The values go out as they are written; nothing is added. */
const nextConfig: Library = { name: 'next', listen: nextServer, vary: 'by hand' }

describeTable({
  library: nextConfig,
  isOneOnly: true,
  filename: 'next.config.mjs',
  source: code`
    /** @type {import('next').NextConfig} */
    const nextConfig = {
      reactStrictMode: true,
      async headers() {
        return [
          {
            source: '/api/:path*',
            headers: [
              OPTIONS,
              { key: 'Access-Control-Allow-Methods', value: 'GET,DELETE,PATCH,POST,PUT' },
            ],
          },
        ]
      },
    }

    export default nextConfig
  `,
  rows: [
    { options: "{ key: 'X-Frame-Options', value: 'DENY' }", outcome: 'sound' },
    { options: "{ key: 'Access-Control-Allow-Origin', value: '*' }", outcome: 'anyone' },
    { options: "{ key: 'access-control-allow-origin', value: '*' }", outcome: 'anyone' },
    {
      options: code`
        { key: 'Access-Control-Allow-Credentials', value: 'true' },
        { key: 'Access-Control-Allow-Origin', value: '*' }
      `.trim(),
      outcome: 'conflict',
    },
    {
      options: code`
        { key: 'Access-Control-Allow-Credentials', value: 'true' },
        { key: 'Access-Control-Allow-Origin', value: 'https://app.example.com' }
      `.trim(),
      outcome: 'sound',
    },
    {
      options: code`
        { key: 'Access-Control-Allow-Origin', value: '*' },
        { key: 'Access-Control-Allow-Origin', value: 'https://app.example.com' }
      `.trim(),
      outcome: 'sound',
    },
    { options: "{ key: 'Access-Control-Allow-Origin', value: 'https://app.example.com' }", outcome: 'sound' },
    { options: "{ key: 'Access-Control-Allow-Origin', value: 'null' }", outcome: 'opaque' },
    {
      options: "{ key: 'Access-Control-Allow-Origin', value: 'https://app.example.com, https://admin.example.com' }",
      outcome: 'unusable',
    },
    { options: "{ key: 'Access-Control-Allow-Origin', value: 'https://*.example.com' }", outcome: 'sound' },
    {
      options: "{ key: 'Access-Control-Allow-Origin', value: process.env.ALLOWED_ORIGIN }",
      outcome: 'sound',
      env: { ALLOWED_ORIGIN: 'https://app.example.com' },
    },
    {
      options: "{ key: 'Access-Control-Allow-Origin', value: process.env.ALLOWED_ORIGIN || '*' }",
      outcome: 'anyone',
      env: { ALLOWED_ORIGIN: undefined },
    },
    {
      options:
        "{ key: 'Access-Control-Allow-Origin', value: process.env.NODE_ENV === 'development' ? '*' : 'https://app.example.com' }",
      outcome: 'sound',
    },
  ],
})

describeTable({
  library: nextConfig,
  isOneOnly: true,
  format: 'cjs',
  filename: 'next.config.js',
  source: code`
    const corsHeaders = [
      { key: 'Access-Control-Allow-Origin', value: ':origin' },
      { key: 'Access-Control-Allow-Credentials', value: 'true' },
      { key: 'Vary', value: 'Origin' },
    ]

    module.exports = (phase, { defaultConfig }) => ({
      poweredByHeader: false,
      headers: async () => [
        { source: '/(.*)', headers: [{ key: 'Vary', value: 'Origin' }] },
        {
          source: '/:path*',
          OPTIONS,
          headers: corsHeaders,
        },
      ],
    })
  `,
  rows: [
    { options: "has: [{ type: 'header', key: 'origin', value: '(?<origin>.*)' }]", outcome: 'echoed' },
    { options: "has: [{ type: 'header', key: 'Origin', value: '(?<origin>.+)' }]", outcome: 'echoed' },
    { options: "has: [{ type: 'header', key: 'Origin' }]", outcome: 'echoed' },
    {
      options: "has: [{ type: 'header', key: 'origin', value: '(?<origin>https://.*example.com)' }]",
      outcome: 'lookalike',
    },
    {
      options: "has: [{ type: 'header', key: 'origin', value: '(?<origin>https://app.example.com)' }]",
      outcome: 'lookalike',
    },
    {
      options: "has: [{ type: 'header', key: 'origin', value: '(?<origin>https://app\\\\.example\\\\.com)' }]",
      outcome: 'sound',
    },
    {
      options:
        "has: [{ type: 'header', key: 'origin', value: '(?<origin>https://(?:app|admin)\\\\.example\\\\.com)' }]",
      outcome: 'sound',
    },
    {
      options: "has: [{ type: 'header', key: 'Origin', value: '(?<origin>^https://app\\\\.example\\\\.com$)' }]",
      outcome: 'sound',
    },
    {
      options: "has: [{ type: 'header', key: 'origin', value: '(?<origin>null)' }]",
      outcome: 'opaque',
      credentials: { repaired: true, reason: 'nothing was sent to the listed origin' },
    },
    {
      options: "has: [{ type: 'host', value: 'example\\\\.com' }]",
      outcome: 'sound',
      silent: 'another host is asked',
    },
    { options: "missing: [{ type: 'header', key: 'x-internal' }]", outcome: 'unusable' },
    { options: "has: [{ type: 'header', key: 'origin', value: '(?<from>.*)' }]", outcome: 'unusable' },
  ],
})

describeTable({
  library: nextConfig,
  isOneOnly: true,
  format: 'ts',
  filename: 'next.config.ts',
  source: code`
    import type { NextConfig } from 'next'

    const allowedOrigins = ['https://app.example.com', 'https://admin.example.com']

    const nextConfig: NextConfig = {
      headers: async () => {
        return OPTIONS
      },
    }

    export default nextConfig
  `,
  rows: [
    { options: '[]', outcome: 'sound' },
    {
      options: code`
        [
          {
            source: '/api/(.*)',
            headers: [
              { key: 'Access-Control-Allow-Credentials', value: 'true' },
              { key: 'Access-Control-Allow-Origin', value: '*' },
              { key: 'Access-Control-Allow-Methods', value: 'GET,OPTIONS,PATCH,DELETE,POST,PUT' },
            ],
          },
        ]
      `.trim(),
      outcome: 'conflict',
    },
    {
      options: code`
        [
          { source: '/:path*', headers: [{ key: 'Vary', value: 'Origin' }] },
          {
            source: '/api/:path*',
            has: [{ type: 'header', key: 'origin', value: '(?<site>https://.*)' }],
            headers: [{ key: 'Access-Control-Allow-Origin', value: ':site' }],
          },
        ]
      `.trim(),
      outcome: 'echoed',
    },
    {
      options: code`
        allowedOrigins.map((origin) => ({
          source: '/api/:path*',
          has: [{ type: 'header', key: 'origin', value: origin }],
          headers: [
            { key: 'Access-Control-Allow-Origin', value: origin },
            { key: 'Vary', value: 'Origin' },
          ],
        }))
      `.trim(),
      outcome: 'sound',
    },
    {
      options: code`
        [
          {
            source: '/fonts/:file*',
            headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }],
          },
        ]
      `.trim(),
      outcome: 'anyone',
      path: '/fonts/sans.woff2',
    },
    {
      options: code`
        [
          {
            source: '/:path*',
            headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }],
          },
          {
            source: '/api/:path*',
            headers: [{ key: 'Access-Control-Allow-Origin', value: 'https://app.example.com' }],
          },
        ]
      `.trim(),
      outcome: 'anyone',
      path: '/about',
    },
  ],
})
