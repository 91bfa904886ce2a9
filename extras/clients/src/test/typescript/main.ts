import { round } from './round.js';

declare const process: { argv: string[] };

const [, , url, token] = process.argv;
if (url === undefined || token === undefined) {
  throw new Error('Usage: main.js URL TOKEN');
}
await round(url, token);
console.log('done');
