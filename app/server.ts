import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { readEnvironment } from './http/environment.server';
import { traceOf } from './http/log.server';
import { createProvisoServer, shutDown } from './http/serve.server';
import { staticFiles } from './http/static.server';
import { wakeOnOtherProcesses } from './operations/wake.server';
import { welcome } from './operations/account/welcome.server';
import { openApp } from './operations/open-app.server';
import { plantSample } from './operations/sample/plant-sample.server';

const ROOT = process.cwd();
const SWEEP_MS = 3600_000;

function log(line: { level: string; message: string; id?: string; stack?: string }) {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
}

/** Starts serving: data, migrations, sample, first visit, then the socket. Ends by SIGTERM or SIGINT, everything answered first. */
async function main() {
  const env = readEnvironment(process.env);
  const app = {
    ...(await openApp({
      data: env.data,
      databaseFile: env.databaseFile,
      publicUrl: env.publicUrl ?? `http://localhost:${env.port}`,
      migrations: join(ROOT, 'prisma/migrations'),
      reading: join(ROOT, 'build/proviso/reading.mjs'),
    })),
  };
  const sampleReviewId = env.sample ? await plantSample(app, join(ROOT, 'prisma/sample')) : null;
  const build = (await import(pathToFileURL(join(ROOT, 'build/server/index.js')).href)) as ServerBuild;
  const remix = createRequestHandler(build, 'production');
  const server = createProvisoServer({
    app,
    trustProxy: env.trustProxy,
    handle: (request, context) => remix(request, { ...context }),
    file: await staticFiles(join(ROOT, 'build/client')),
    log,
  });
  const stopWaking = wakeOnOtherProcesses(app);
  await app.uploads.sweep();
  const sweeping = setInterval(() => void app.uploads.sweep(), SWEEP_MS);

  server.listen(env.port, env.host, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : env.port;
    if (!env.publicUrl) app.publicUrl = `http://localhost:${port}`;
    welcome(app, sampleReviewId)
      .then((token) => {
        const first = token ? `\nFirst visit: ${app.publicUrl}/welcome/${token}` : '';
        console.log(`Proviso is ready: ${app.publicUrl}${first}`);
      })
      .catch((error: unknown) => {
        log({ level: 'error', message: 'no first-visit link', stack: traceOf(error) });
      });
  });

  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    stopWaking();
    clearInterval(sweeping);
    void shutDown(server)
      .then(() => app.store.close())
      .then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${env.port} is in use; set PORT to another.`
        : `Cannot serve: ${error.message}`,
    );
    process.exit(1);
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
process.on('unhandledRejection', (error) =>
  log({ level: 'error', message: 'unhandled rejection', stack: traceOf(error) }),
);
