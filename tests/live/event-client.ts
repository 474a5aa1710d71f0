import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** One frame of an event stream as it came over the wire. */
export interface Frame {
  readonly id: number | null;
  readonly event: string;
  readonly data: unknown;
}

/** An event stream read byte by byte, with nothing of a browser's forgiveness. */
export class EventClient {
  readonly frames: Frame[] = [];
  /** True once the server ended the stream or we cut it. */
  over = false;
  status = 0;
  headers: IncomingHttpHeaders = {};
  #response: IncomingMessage | null = null;
  #rest = '';
  #watchers = new Set<() => void>();

  /** Resolves once the server has answered with its headers. */
  static open(url: string, headers: Record<string, string> = {}, localAddress?: string): Promise<EventClient> {
    const client = new EventClient();
    return new Promise((resolve, reject) => {
      const sent = request(
        url,
        {
          headers: { Accept: 'text/event-stream', ...headers },
          agent: false,
          ...(localAddress ? { localAddress } : {}),
        },
        (response) => {
          client.#response = response;
          client.status = response.statusCode ?? 0;
          client.headers = response.headers;
          response.setEncoding('utf8');
          response.on('data', (text: string) => client.#take(text));
          response.on('close', () => {
            client.over = true;
            client.#tell();
          });
          response.on('error', () => {});
          resolve(client);
        },
      );
      sent.on('error', reject);
      sent.end();
    });
  }

  get events(): Frame[] {
    return this.frames.filter((frame) => frame.id !== null);
  }
  get present(): string[][] {
    return this.frames.filter((frame) => frame.event === 'present').map((frame) => frame.data as string[]);
  }

  /** Resolves as soon as `holds`; the test's own time limit is the only one. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (holds()) resolve();
        else if (this.over) reject(new Error(`The stream ended after ${this.frames.length} frames.`));
        else return;
        this.#watchers.delete(look);
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** Leaves as a laptop that is shut does: without a word. */
  cut(): void {
    this.over = true;
    this.#response?.destroy();
  }

  #take(text: string) {
    if (this.over) return;
    this.#rest += text;
    const parts = this.#rest.split('\n\n');
    this.#rest = parts.pop()!;
    for (const part of parts) {
      const lines = part.split('\n');
      const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = field('data');
      if (data === undefined) continue;
      const id = field('id');
      this.frames.push({ id: id ? Number(id) : null, event: field('event') ?? 'message', data: JSON.parse(data) });
      this.#tell();
    }
  }

  #tell() {
    for (const look of [...this.#watchers]) look();
  }
}
