export interface Upload {
  name: string;
  /** From 0 to 1; `done` afterwards. */
  part: number;
  done: boolean;
}

/** The files on their way, and those that have just arrived. */
export class Uploads {
  list: Upload[] = [];

  constructor(private readonly changed: () => void) {}

  /** Shows the progress of `work`; a file that failed is not listed any more, and the failure is handed on. */
  async send(file: File, work: (progress: (part: number) => void) => Promise<unknown>): Promise<void> {
    const upload: Upload = { name: file.name, part: 0, done: false };
    this.#show([...this.list.filter((other) => !other.done), upload]);
    try {
      await work((part) => this.#change(upload, { part }));
      this.#change(upload, { done: true });
    } catch (error) {
      this.#show(this.list.filter((other) => other !== upload));
      throw error;
    }
  }

  /** Forgets what has arrived; what is on its way stays. */
  tidy(): void {
    this.list = this.list.filter((upload) => !upload.done);
  }

  clear(): void {
    this.list = [];
  }

  #change(upload: Upload, change: Partial<Upload>): void {
    Object.assign(upload, change);
    this.#show([...this.list]);
  }

  #show(list: Upload[]): void {
    this.list = list;
    this.changed();
  }
}
