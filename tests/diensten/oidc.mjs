// A certified OpenID Connect provider (npm oidc-provider) with the demo's fictional users, for the tests.
// Usage: node oidc.mjs http://127.0.0.1:8080 (the address of Stuurhuis). Prints "gereed op <issuer>".
import { readFileSync } from 'node:fs';
import http from 'node:http';
import Provider from 'oidc-provider';

const stuurhuis = process.argv[2];
const gebruikers = JSON.parse(readFileSync(new URL('../../crates/demo/data/gebruikers.json', import.meta.url)));
const vind = (sub) => gebruikers.find((gebruiker) => gebruiker.sub === sub);

const server = http.createServer();
await new Promise((klaar) => server.listen(0, '127.0.0.1', klaar));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'stuurhuis',
    client_secret: 'demo-geheim',
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: [`${stuurhuis}/login/terug`],
    post_logout_redirect_uris: [`${stuurhuis}/uitgelogd`],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  pkce: { required: () => true },
  claims: { openid: ['sub'], profile: ['name', 'rollen'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['alleen-voor-de-test'] },
  findAccount: (_ctx, sub) => {
    const gebruiker = vind(sub);
    return gebruiker && {
      accountId: sub,
      claims: () => ({ sub, name: gebruiker.naam, rollen: gebruiker.rollen }),
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
    grant.addOIDCClaims(['name', 'rollen']);
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
  if (sub) {
    await provider.interactionFinished(req, res, { login: { accountId: sub } }, { mergeWithLastSubmission: false });
    return;
  }
  res.setHeader('content-type', 'text/html; charset=utf-8');
  const regels = gebruikers.map((g) => `<li><a id="${g.sub}" href="/kies/${uid}?sub=${g.sub}">${g.functie}</a></li>`);
  res.end(`<!doctype html><html lang="nl"><title>Inloggen</title><body><h1>Inloggen</h1><ul>${regels.join('')}</ul></body></html>`);
});

console.log(`gereed op ${issuer}`);
