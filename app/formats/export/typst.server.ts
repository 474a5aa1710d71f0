import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

const require = createRequire(import.meta.url);

/**
 * Font files, from npm packages only. A script is one row here and one name in the template. Scheherazade New, because
 * words copied out of the PDF come out whole (Noto Naskh composes letters of parts, and they do not).
 */
const FONTS = [
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'source-serif-4/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
  'inter/400Regular/Inter_400Regular.ttf',
  'inter/600SemiBold/Inter_600SemiBold.ttf',
  'scheherazade-new/400Regular/ScheherazadeNew_400Regular.ttf',
  'scheherazade-new/600SemiBold/ScheherazadeNew_600SemiBold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
  'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  'noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf',
];

/** Plain CommonJS, since it runs from a string: a bundler would lose a separate file. */
const WORKER = String.raw`
const { readFileSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const { NodeCompiler } = require(workerData.compiler);
const fontBlobs = workerData.fonts.map((file) => readFileSync(file));
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });

function compile({ template, data, standard }) {
  const result = compiler.compile({ mainFileContent: template, inputs: { report: data } });
  if (result.hasError() || !result.result) {
    const why = compiler.fetchDiagnostics(result.takeError() ?? result.takeDiagnostics());
    throw new Error(why.map((one) => one.message).join('; '));
  }
  try {
    return compiler.pdf(result.result, { pdfStandard: standard });
  } catch (error) {
    // A character that no font has breaks the standard's promise, and only that: the file is still tagged.
    return compiler.pdf(result.result, {});
  } finally {
    compiler.evictCache(4);
  }
}

parentPort.on('message', ({ id, ...job }) => {
  try {
    const bytes = Uint8Array.from(compile(job));
    parentPort.postMessage({ id, bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.message ?? error) });
  }
});
`;

interface Job {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}
interface Running {
  readonly worker: Worker;
  readonly jobs: Map<number, Job>;
}

/** A compiler holds about 200 MB; without work for this long it is let go. */
const IDLE = 60_000;

let running: Running | undefined;
let next = 0;
let idle: NodeJS.Timeout | undefined;

function stop(which: Running, error?: Error): void {
  if (running === which) running = undefined;
  for (const job of which.jobs.values()) job.reject(error ?? new Error('The PDF compiler stopped.'));
  which.jobs.clear();
  void which.worker.terminate();
}

function settle(which: Running, { id, bytes, error }: { id: number; bytes?: Uint8Array; error?: string }): void {
  const job = which.jobs.get(id);
  which.jobs.delete(id);
  if (bytes) job?.resolve(bytes);
  else job?.reject(new Error(`The PDF could not be made: ${error}`));
  if (which.jobs.size > 0) return;
  which.worker.unref();
  idle = setTimeout(() => stop(which), IDLE).unref();
}

function start(): Running {
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: {
      compiler: require.resolve('@myriaddreamin/typst-ts-node-compiler'),
      fonts: FONTS.map((file) => require.resolve(`@expo-google-fonts/${file}`)),
    },
  });
  const made: Running = { worker, jobs: new Map() };
  worker.on('message', (answer: Parameters<typeof settle>[1]) => settle(made, answer));
  worker.on('error', (error) => stop(made, error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => stop(made));
  return made;
}

/**
 * Compiles a Typst template with `sys.inputs.report` set to `data` (JSON) to a PDF of `standard`, or to an ordinary
 * tagged PDF when the words need a character that no font has. Runs in one worker thread, one job after the other, so
 * that the server goes on answering; the thread stays warm for a minute (a second export costs about half).
 */
export function compileTypst(template: string, data: string, standard: string): Promise<Uint8Array> {
  clearTimeout(idle);
  const { worker, jobs } = (running ??= start());
  worker.ref();
  const id = next++;
  return new Promise((resolve, reject) => {
    jobs.set(id, { resolve, reject });
    worker.postMessage({ id, template, data, standard });
  });
}
