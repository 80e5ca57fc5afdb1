/**
 * The host's own `import()`. Inside a test, `import()` is the test runner's: it rewrites modules and is lenient about
 * how CommonJS is imported, and a server has to be loaded as users load it.
 */
module.exports = (url) => import(url)
