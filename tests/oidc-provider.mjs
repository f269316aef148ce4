// A certified OpenID Connect provider for tests: two ways for the client to prove itself, claims only at
// userinfo, and a login page of its own. Fictional accounts. It wants Node 22: where Debian's own is older, start
// it with node_modules/node-linux-*/bin/node. Settings come from the environment:
//   POORT      port on 127.0.0.1; 0 takes a free one
//   STUURHUIS  address of Stuurhuis
//   JWKS       public keys of the client; without it the client proves itself by the secret "test-geheim"
"use strict";

import { createServer } from "node:http";

import { Provider } from "oidc-provider";

const stuurhuis = process.env.STUURHUIS ?? "http://localhost:8080";
const jwks = process.env.JWKS ? JSON.parse(process.env.JWKS) : undefined;

const accounts = {
  griffie: { name: "Greet Griffier", rollen: [{ rol: "griffie", gemeenten: ["GM0294"] }] },
  consulent: { name: "Cor Consulent", rollen: ["consulent"], gemeenten: ["GM0294", "GM0267"] },
  opdrachtgever: { name: "Olga Opdrachtgever", rollen: ["opdrachtgever"], gemeenten: ["GM0294"] },
  directie: { name: "Dirk Directie", rollen: ["directie"], gemeenten: ["*"] },
  zonder: { name: "Zus Zonder" },
};

const server = createServer();
server.listen(Number(process.env.POORT ?? 0), "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    acrValues: ["laag", "substantieel"],
    claims: { acr: null, profile: ["name", "rollen", "gemeenten"] },
    clients: [
      {
        client_id: "stuurhuis",
        redirect_uris: [`${stuurhuis}/login/terug`],
        post_logout_redirect_uris: [`${stuurhuis}/uitgelogd`],
        ...(jwks
          ? { token_endpoint_auth_method: "private_key_jwt", jwks }
          : { token_endpoint_auth_method: "client_secret_basic", client_secret: "test-geheim" }),
      },
    ],
    features: { devInteractions: { enabled: false } },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    interactions: { url: (_, interactie) => `/kies/${interactie.uid}` },
    // Nobody is asked for consent: the organisation decides what its program may see.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        accountId: ctx.oidc.session.accountId,
        clientId: ctx.oidc.client.clientId,
      });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    cookies: { keys: ["test"] },
  });
  const antwoord = provider.callback();
  server.on("request", async (req, res) => {
    const url = new URL(req.url, issuer);
    if (!url.pathname.startsWith("/kies/")) return antwoord(req, res);
    const gekozen = url.searchParams.get("account");
    if (gekozen in accounts) {
      const login = { accountId: gekozen, acr: url.searchParams.get("acr") ?? "substantieel" };
      return provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false });
    }
    res.setHeader("content-type", "text/html; charset=utf-8");
    const lijst = Object.entries(accounts).map(([id, { name }]) => `<li><a id="${id}" href="?account=${id}">${name}</a></li>`);
    res.end(`<!doctype html><html lang="nl"><title>Kies</title><h1>Kies</h1><ul>${lijst.join("")}</ul></html>`);
  });
  console.log(`gereed ${issuer}`);
});
