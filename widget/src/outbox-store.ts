import type { Utterance } from "./contract";

/** One thing said and not yet known to be stored by the server. */
export interface Unsent {
  clientId: string;
  conversation: string;
  utterance: Utterance;
  /** What the person sees in the bubble: their words, or the label of the button. */
  label: string;
  /** Milliseconds; the order of sending. */
  at: number;
  /** The server's reason, when it refused this for good. */
  refused?: string;
}

export interface OutboxStore {
  all(): Promise<Unsent[]>;
  put(item: Unsent): Promise<void>;
  remove(clientId: string): Promise<void>;
}

/** For tests, and for browsers that refuse storage. */
export class MemoryStore implements OutboxStore {
  readonly #items = new Map<string, Unsent>();
  all = async (): Promise<Unsent[]> => [...this.#items.values()];
  put = async (item: Unsent): Promise<void> => void this.#items.set(item.clientId, item);
  remove = async (clientId: string): Promise<void> => void this.#items.delete(clientId);
}

/** Keeps what is unsent over a reload, shared by the tabs of this origin. Opened at the first use, never before. */
export class IndexedDbStore implements OutboxStore {
  #opened: Promise<IDBDatabase> | undefined;
  readonly #memory = new MemoryStore();

  all(): Promise<Unsent[]> {
    return this.#run("readonly", (store) => store.getAll() as IDBRequest<Unsent[]>, () => this.#memory.all());
  }

  async put(item: Unsent): Promise<void> {
    await this.#run<unknown>("readwrite", (store) => store.put(item) as IDBRequest, () => this.#memory.put(item));
  }

  async remove(clientId: string): Promise<void> {
    await this.#run<unknown>("readwrite", (store) => store.delete(clientId) as IDBRequest, () => this.#memory.remove(clientId));
  }

  async #run<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>, otherwise: () => Promise<T>): Promise<T> {
    try {
      const database = await (this.#opened ??= open());
      return await settled(ask(database.transaction("unsent", mode).objectStore("unsent")));
    } catch {
      return otherwise();
    }
  }
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("mainforte-chat", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("unsent", { keyPath: "clientId" });
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
