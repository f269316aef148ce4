// A mail server that delivers nothing: every message becomes a file, for the tests and for looking at.
// Usage: node smtp.mjs DIR [--poort N] [--login gebruiker:geheim] [--starttls] [--met-ouder]
// Prints "gereed op 127.0.0.1:N". Messages are DIR/0001.eml, 0002.eml and so on, written before the server says yes.
// Before the message stand the addresses of the envelope, as Delivered-To.
// To later@... it answers 451 (come back later), to straks@... only the first time, to nooit@... 550 (refused).
// --met-ouder: stops when its standard input closes, so that it never outlives who started it.
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SMTPServer } from 'smtp-server';

const { values: keuzes, positionals: [map] } = parseArgs({
  allowPositionals: true,
  options: {
    poort: { type: 'string', default: '0' },
    login: { type: 'string' },
    starttls: { type: 'boolean', default: false },
    'met-ouder': { type: 'boolean', default: false },
  },
});
if (!map) {
  console.error('geef de map waarin de berichten komen');
  process.exit(2);
}
mkdirSync(map, { recursive: true });
let nummer = readdirSync(map).filter((naam) => naam.endsWith('.eml')).length;

const straks = new Set();
const refusal = (code, tekst) => Object.assign(new Error(tekst), { responseCode: code });

const server = new SMTPServer({
  disabledCommands: [...(keuzes.login ? [] : ['AUTH']), ...(keuzes.starttls ? [] : ['STARTTLS'])],
  allowInsecureAuth: true,
  authOptional: !keuzes.login,
  size: 10 * 1024 * 1024,
  onAuth: ({ username, password }, _sessie, klaar) => {
    if (`${username}:${password}` === keuzes.login) klaar(null, { user: username });
    else klaar(refusal(535, 'gebruiker of geheim klopt niet'));
  },
  onRcptTo: ({ address }, _sessie, klaar) => {
    const isEersteKeer = address.startsWith('straks@') && !straks.has(address);
    straks.add(address);
    if (address.startsWith('later@') || isEersteKeer) klaar(refusal(451, 'probeer het later'));
    else if (address.startsWith('nooit@')) klaar(refusal(550, 'dit adres bestaat niet'));
    else klaar();
  },
  onData: (stroom, { envelope }, klaar) => {
    const delen = envelope.rcptTo.map(({ address }) => Buffer.from(`Delivered-To: ${address}\r\n`));
    stroom.on('data', (deel) => delen.push(deel));
    stroom.on('end', () => {
      nummer += 1;
      const naam = join(map, `${String(nummer).padStart(4, '0')}.eml`);
      // Renamed when complete, so that nobody reads half a message.
      writeFileSync(`${naam}.deel`, Buffer.concat(delen));
      renameSync(`${naam}.deel`, naam);
      klaar();
    });
  },
});

server.on('error', (fout) => console.error(fout.message));
server.listen(Number(keuzes.poort), '127.0.0.1', () => {
  console.log(`gereed op 127.0.0.1:${server.server.address().port}`);
});
const stop = () => server.close(() => process.exit(0));
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
if (keuzes['met-ouder']) {
  process.stdin.resume();
  process.stdin.on('end', () => process.exit(0));
}
