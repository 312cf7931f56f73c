// Imported before React and Remix, which decide at their own import which of their builds they are.
process.env.NODE_ENV ??= 'production'
