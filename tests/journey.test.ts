import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person, provisionConcern } from './person';
import { startServer, type RunningServer } from './running-server';

const REVIEW = 'cybercrime-convention-sample';
let server: RunningServer;
let coordinator: Person;

beforeAll(async () => {
  server = await startServer();
  coordinator = await new Person(server).join(server.firstVisit!, 'rosa', 'Rosa K.');
});
afterAll(() => server.remove());

describe('the main job over plain HTTP', () => {
  it('raises a concern, answers it, and finds both in the report', async () => {
    const raised = await coordinator.post(
      `/reviews/${REVIEW}/raise`,
      provisionConcern('chp_II__art_7__para_1', 'Good-faith testing is exposed.'),
    );
    expect(raised.status).toBe(200);
    const { value } = (await raised.json()) as { value: { number: number } };
    const colleague = await new Person(server).join(await coordinator.invite(REVIEW, 'reviewer'), 'lin');
    const replied = await colleague.post(`/reviews/${REVIEW}/concerns/${value.number}`, {
      intent: 'reply',
      submission: crypto.randomUUID(),
      bodyText: 'We share this view entirely.',
    });
    expect(replied.status).toBe(302);
    const report = await (await new Person(server).get(`/reviews/${REVIEW}/report.md`)).text();
    expect(report).toContain('Good-faith testing is exposed.');
    expect(report).toContain('We share this view entirely.');
  });

  it('makes one concern of a form that is posted many times at once', async () => {
    const form = provisionConcern('chp_II__art_8__para_1', 'Posted twenty times.');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => coordinator.post(`/reviews/${REVIEW}/raise`, form)),
    );
    const numbers = new Set(
      await Promise.all(answers.map(async (a) => ((await a.json()) as { value: { number: number } }).value.number)),
    );
    expect(numbers.size).toBe(1);
    const list = await (
      await coordinator.get(`/reviews/${REVIEW}/concerns?q=${encodeURIComponent('"Posted twenty times"')}`)
    ).text();
    expect(list.match(/concern-card|class="[^"]*concern-row/g)?.length ?? 0).toBeLessThanOrEqual(2);
  });
});
