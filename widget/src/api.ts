import type { Language } from "./contract";
import type { Session } from "./session";

/** A refusal by the server (RFC 9457): `detail` is a sentence for the person, `code` is stable. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly retryAfterMs?: number,
  ) {
    super(`${status} ${code}`);
  }

  /** Trying the same again later can work. */
  get passing(): boolean {
    return this.status >= 500 || this.status === 408 || this.status === 425 || this.status === 429;
  }
}

/** No answer at all: offline, refused, or cut. */
export class Unreachable extends Error {}

export interface Call {
  method?: string;
  json?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** The server's endpoints with the bearer token, and one renewal of it after a 401. */
export class Api {
  constructor(
    readonly base: string,
    private readonly session: Session,
    private readonly language: () => Language,
  ) {}

  async json<T>(path: string, call: Call = {}): Promise<T> {
    return (await (await this.call(path, call)).json()) as T;
  }

  async call(path: string, call: Call = {}): Promise<Response> {
    const token = await this.session.token();
    let response = await this.#fetch(path, call, token);
    if (response.status === 401) response = await this.#fetch(path, call, await this.session.renew(token));
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  /** Sends one file with progress from 0 to 1; `XMLHttpRequest`, because `fetch` tells nothing while sending. */
  async upload<T>(path: string, file: File, progress: (part: number) => void): Promise<T> {
    const token = await this.session.token();
    const first = await this.#send(path, file, token, progress);
    const answer = first.status === 401 ? await this.#send(path, file, await this.session.renew(token), progress) : first;
    if (!answer.ok) throw await problemOf(answer);
    return (await answer.json()) as T;
  }

  async #fetch(path: string, call: Call, token: string): Promise<Response> {
    const init: RequestInit = {
      method: call.method ?? (call.json === undefined ? "GET" : "POST"),
      headers: {
        Accept: "application/json, application/problem+json",
        ...(call.json === undefined ? {} : { "Content-Type": "application/json" }),
        ...this.#headers(token),
        ...call.headers,
      },
      cache: "no-store",
      ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
      ...(call.signal ? { signal: call.signal } : {}),
    };
    try {
      return await fetch(this.base + path, init);
    } catch (error) {
      throw new Unreachable(String(error));
    }
  }

  #send(path: string, file: File, token: string, progress: (part: number) => void): Promise<Response> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", this.base + path);
      for (const [name, value] of Object.entries(this.#headers(token))) request.setRequestHeader(name, value);
      request.responseType = "blob";
      request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
      request.onload = () => {
        const type = request.getResponseHeader("Content-Type") ?? "";
        resolve(new Response(request.response as Blob, { status: request.status, headers: { "Content-Type": type } }));
      };
      request.onerror = request.ontimeout = () => reject(new Unreachable("upload cut"));
      const body = new FormData();
      body.append("file", file, file.name);
      request.send(body);
    });
  }

  #headers(token: string): Record<string, string> {
    return { Authorization: `Bearer ${token}`, "Accept-Language": this.language() };
  }
}

/** Reads a problem document; anything else is reduced to its status, so that no server page is ever shown. */
export async function problemOf(response: Response): Promise<Problem> {
  const seconds = Number(response.headers.get("Retry-After"));
  const retryAfterMs = seconds > 0 ? seconds * 1000 : undefined;
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.includes("json")) return new Problem(response.status, "unknown", "", retryAfterMs);
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  return new Problem(response.status, text(body["code"]) || "unknown", text(body["detail"]), retryAfterMs);
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
