// A certified OpenID Connect provider (npm oidc-provider) with fictional users, for the tests. Claims stand at userinfo only.
// Usage: node oidc.mjs http://127.0.0.1:8080 [--gebruikers FILE] [--jwks JSON] [--met-ouder]
// The address is that of Stuurhuis. Prints "gereed op <issuer>". The provider wants Node 22: node_modules/node-linux-*/bin/node.
// --gebruikers: who may log in; the users of the demo unless told otherwise.
// --jwks: public keys of the client, which then proves itself by its key; without it by the secret "demo-geheim".
// --met-ouder: stops when its standard input closes, so that it never outlives who started it.
// A login is a link: /kies/<uid>?sub=<sub>, with &acr=laag for a lower level of assurance than "substantieel".
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { parseArgs } from 'node:util';
import Provider from 'oidc-provider';

const { values: keuzes, positionals: [stuurhuis] } = parseArgs({
  allowPositionals: true,
  options: {
    gebruikers: { type: 'string' },
    jwks: { type: 'string' },
    'met-ouder': { type: 'boolean', default: false },
  },
});
if (!stuurhuis) {
  console.error('geef het adres van Stuurhuis');
  process.exit(2);
}
const bestand = keuzes.gebruikers ?? new URL('../../crates/demo/data/gebruikers.json', import.meta.url);
const gebruikers = JSON.parse(readFileSync(bestand));
const vind = (sub) => gebruikers.find((gebruiker) => gebruiker.sub === sub);
const bewijs = keuzes.jwks
  ? { token_endpoint_auth_method: 'private_key_jwt', jwks: JSON.parse(keuzes.jwks) }
  : { token_endpoint_auth_method: 'client_secret_basic', client_secret: 'demo-geheim' };

const server = http.createServer();
await new Promise((klaar) => server.listen(0, '127.0.0.1', klaar));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'stuurhuis',
    ...bewijs,
    redirect_uris: [`${stuurhuis}/login/terug`],
    post_logout_redirect_uris: [`${stuurhuis}/uitgelogd`],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  pkce: { required: () => true },
  acrValues: ['laag', 'substantieel'],
  claims: { acr: null, openid: ['sub'], profile: ['name', 'rollen', 'gemeenten'] },
  cookies: { keys: ['alleen-voor-de-test'] },
  findAccount: (_ctx, sub) => {
    const gebruiker = vind(sub);
    return gebruiker && {
      accountId: sub,
      claims: () => ({ sub, name: gebruiker.naam, rollen: gebruiker.rollen, gemeenten: gebruiker.gemeenten }),
    };
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      // Without a question: the person pressed "uitloggen" a moment ago.
      logoutSource: (ctx, formulier) => {
        ctx.body = `<!doctype html><html lang="nl"><title>Uitloggen</title><body><h1>Uitloggen</h1>${formulier}
          <button form="op.logoutForm" name="logout" value="yes">Ja, uitloggen</button></body></html>`;
      },
    },
  },
  interactions: { url: (_ctx, interactie) => `/kies/${interactie.uid}` },
  // Everybody agrees to everything in a test.
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});

const callback = provider.callback();
server.on('request', async (req, res) => {
  const url = new URL(req.url, issuer);
  const [, eerste, uid] = url.pathname.split('/');
  if (eerste !== 'kies') {
    callback(req, res);
    return;
  }
  const sub = url.searchParams.get('sub');
  if (vind(sub)) {
    const login = { accountId: sub, acr: url.searchParams.get('acr') ?? 'substantieel' };
    await provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false });
    return;
  }
  res.setHeader('content-type', 'text/html; charset=utf-8');
  const regels = gebruikers.map((g) => `<li><a id="${g.sub}" href="/kies/${uid}?sub=${g.sub}">${g.functie}</a></li>`);
  res.end(`<!doctype html><html lang="nl"><title>Inloggen</title><body><h1>Inloggen</h1><ul>${regels.join('')}</ul></body></html>`);
});

console.log(`gereed op ${issuer}`);
if (keuzes['met-ouder']) {
  process.stdin.resume();
  process.stdin.on('end', () => process.exit(0));
}
