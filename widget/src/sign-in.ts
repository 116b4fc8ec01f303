import { problemOf, Problem, Unreachable } from "./api";
import { demoPeople, demoTokenProvider, keepDemoToken, Session, type TokenProvider } from "./session";

export interface SignedIn {
  session: Session;
  /** The person was picked in the panel itself, on a demo server. */
  demo: boolean;
  /** The conversation a resume link leads to. */
  conversation?: string;
}

/** By a resume link in the address of the full page, else by the page's own provider, else as a person of the demo. */
export async function signIn(base: string, provider: TokenProvider | undefined, full: boolean): Promise<SignedIn> {
  const link = full ? /^#resume=(.+)$/.exec(location.hash)?.[1] : undefined;
  if (link) return redeemed(base, decodeURIComponent(link));
  if (provider) return { session: new Session(provider), demo: false };
  return { session: new Session(demoTokenProvider(base)), demo: true };
}

/** Exchanges the link's token, once; the address is cleared as soon as the server has answered. */
async function redeemed(base: string, token: string): Promise<SignedIn> {
  const answer = await fetch(`${base}/api/resume-links/redeem`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json, application/problem+json" },
    body: JSON.stringify({ token }),
  }).catch((error: unknown) => {
    throw new Unreachable(String(error));
  });
  if (answer.status < 500) history.replaceState(null, "", location.pathname + location.search);
  if (!answer.ok) throw withoutSignIn(await problemOf(answer));
  const redeemed = (await answer.json()) as { token: string; conversation: string };
  if (await demoPeople(base).catch(() => undefined)) keepDemoToken(redeemed.token);
  return { session: new Session(async () => redeemed.token), demo: false, conversation: redeemed.conversation };
}

/** A refused link is told as such; asking who one is would not help. */
const withoutSignIn = (problem: Problem): Problem => (problem.status === 401 ? new Problem(410, problem.code, problem.detail) : problem);
