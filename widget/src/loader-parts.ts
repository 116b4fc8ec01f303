/** Put in by the build: the integrity of the file with the panel. */
declare const CHAT_INTEGRITY: string;

/** Fetches the panel's file with its integrity checked, where the browser can; the import then finds it fetched. */
export function checked(address: string): Promise<void> {
  const link = document.createElement("link");
  if (!link.relList.supports("modulepreload")) return Promise.resolve();
  link.rel = "modulepreload";
  link.integrity = CHAT_INTEGRITY;
  link.crossOrigin = "anonymous";
  link.href = address;
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => (link.remove(), reject(new Error("panel not loaded")));
    document.head.append(link);
  });
}

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, part: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = part;
  return element;
}

export function bubble(): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", "M12 4c4.7 0 8.5 3.1 8.5 7s-3.8 7-8.5 7c-1 0-2-.1-2.9-.4L4.5 20l1.3-3.700C4.4 15 3.5 13.1 3.5 11c0-3.9 3.8-7 8.5-7zM8.3 11h.01M12 11h.01M15.7 11h.01");
  svg.append(path);
  return svg;
}
