import { signIn } from '@/tests/support/sign-in';
import { Ledger } from '../shared/ledger';
import { type ActionAnswer, actionId, callAction } from '../shared/server-actions';
import type { ThrowAway } from '../shared/throw-away';

const ACTIONS = 'app/(desk)/risk/model/actions.ts';

/** A risk manager who has models trained and cancels trainings as the page does. */
export class Manager {
  private readonly ids = {
    start: actionId(ACTIONS, 'startTrainingAction'),
    cancel: actionId(ACTIONS, 'cancelTrainingAction'),
  };
  private constructor(
    private readonly place: ThrowAway,
    private readonly cookie: string,
  ) {}

  static async of(place: ThrowAway): Promise<Manager> {
    return new Manager(place, await signIn(place, 'risk'));
  }

  /** Asks for a training; gives its id. */
  async startTraining(): Promise<string> {
    await this.call(this.ids.start, { objective: 'chance' });
    const ledger = new Ledger(this.place.dataDir);
    try {
      const rows = await ledger.tryAsk<{ id: string }>(
        'select id from risk.training_runs order by requested_at desc limit 1',
      );
      const id = rows?.[0]?.id;
      if (!id) throw new Error('The training was taken and is not there.');
      return id;
    } finally {
      await ledger.close();
    }
  }

  cancelTraining(runId: string): Promise<ActionAnswer> {
    return this.call(this.ids.cancel, { runId });
  }

  private async call(id: string, input: unknown): Promise<ActionAnswer> {
    const { place, cookie } = this;
    const answer = await callAction(place.baseUrl, { path: '/risk/model', cookie, id, input });
    if (answer.status !== 'ok') throw new Error(`/risk/model answered ${JSON.stringify(answer)}`);
    return answer;
  }
}
