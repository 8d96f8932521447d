'use server';
import { defineAction } from '@/app/_server/define-action';
import { cancelTraining } from '@/db/commands/model/cancel-training';
import { promoteModel, retireModel, rollBackModel, shadowModel } from '@/db/commands/model/move-model';
import { startTraining } from '@/db/commands/model/start-training';
import { CANCEL_TRAINING_INPUT, MODEL_ACT_INPUT, START_TRAINING_INPUT } from '@/lib/risk/model/inputs';

/** Asks for a training in the background. */
export const startTrainingAction = defineAction(
  START_TRAINING_INPUT,
  async (actor, input) => {
    await startTraining(actor, input);
  },
  { attempt: 'model.train', subject: () => ({ type: 'model', id: 'new' }), refresh: true },
);

/** Ends a training that waits or runs. */
export const cancelTrainingAction = defineAction(
  CANCEL_TRAINING_INPUT,
  (actor, input) => cancelTraining(actor, input),
  {
    attempt: 'model.train',
    subject: ({ runId }) => ({ type: 'model', id: runId }),
    refresh: true,
  },
);

const subject = ({ version }: { version: number }) => ({ type: 'model' as const, id: String(version) });
const trains = { attempt: 'model.train', subject, refresh: true } as const;
const decides = { attempt: 'model.decide', subject, refresh: true } as const;

export const shadowModelAction = defineAction(
  MODEL_ACT_INPUT,
  async (actor, input) => ({ data: await shadowModel(actor, input) }),
  trains,
);
export const retireModelAction = defineAction(
  MODEL_ACT_INPUT,
  async (actor, input) => ({ data: await retireModel(actor, input) }),
  trains,
);
export const promoteModelAction = defineAction(
  MODEL_ACT_INPUT,
  async (actor, input) => ({ data: await promoteModel(actor, input) }),
  decides,
);
export const rollBackModelAction = defineAction(
  MODEL_ACT_INPUT,
  async (actor, input) => ({ data: await rollBackModel(actor, input) }),
  decides,
);
