import type { Api } from "../api";

/** Fetches a file with the session's token and hands it to the browser for saving: it is never opened here. */
export async function saveFile(api: Api, path: string, name: string): Promise<void> {
  const url = URL.createObjectURL(await (await api.call(path)).blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
