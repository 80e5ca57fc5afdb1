import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitepress'

import { bundleLinter } from './linter/bundle.ts'
import { offerPlayground } from './markdown/playground.ts'
import { followRepository } from './markdown/links.ts'
import { emptyHeadings } from './markdown/tables.ts'

const REPOSITORY = 'https://github.com/eslint-plugin-cors/eslint-plugin-cors'
const BASE = process.env.SITE_BASE ?? '/'
const folder = fileURLToPath(new URL('..', import.meta.url))
const rules = readdirSync(`${folder}/rules`).map((name) => name.replace('.md', ''))

const GUIDE = [
  { text: 'Start', link: '/guide' },
  { text: 'Adopting', link: '/adopting' },
  { text: 'Settings', link: '/settings' },
  { text: 'Editors and other hosts', link: '/hosts' },
  { text: 'CI', link: '/ci' },
  { text: 'The inventory', link: '/inventory' },
  { text: 'Errors in the console', link: '/errors' },
  { text: 'Messages', link: '/messages' },
  { text: 'Fixes', link: '/fixes' },
  { text: 'Libraries', link: '/libraries' },
]

const PROJECT = [
  { text: 'Architecture', link: '/architecture' },
  { text: 'Contributing', link: '/contributing' },
  { text: 'Changes', link: '/changelog' },
]

export default async () =>
  defineConfig({
    title: 'eslint-plugin-cors',
    description:
      'ESLint rules that find unsafe and broken CORS policies in server code and rewrite them to an allowlist',
    lang: 'en',
    base: BASE,
    cleanUrls: false,
    srcExclude: ['examples/**', 'node_modules/**'],
    head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${BASE}mark.svg` }]],
    markdown: {
      theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      config(markdown) {
        followRepository(markdown, REPOSITORY)
        offerPlayground(markdown, BASE)
        emptyHeadings(markdown)
      },
    },
    themeConfig: {
      logo: '/mark.svg',
      siteTitle: 'eslint-plugin-cors',
      search: { provider: 'local' },
      outline: [2, 3],
      nav: [
        { text: 'Guide', link: '/guide', activeMatch: '^/(guide|adopting|settings|errors|libraries)' },
        { text: 'Rules', link: '/guide#rules', activeMatch: '^/rules/' },
        { text: 'Playground', link: '/playground' },
      ],
      sidebar: [
        { text: 'Guide', items: GUIDE },
        { text: 'Rules', items: rules.map((rule) => ({ text: rule, link: `/rules/${rule}` })) },
        { text: 'Project', items: PROJECT },
      ],
      socialLinks: [{ icon: 'github', link: REPOSITORY }],
      footer: { message: 'MIT licensed' },
    },
    vite: {
      define: { __LINTER__: JSON.stringify(`/linter/linter.js?${await bundleLinter(`${folder}/public/linter`)}`) },
      build: { chunkSizeWarningLimit: 1000 },
    },
  })
