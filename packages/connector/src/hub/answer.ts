import {
  buildAcknowledgement,
  buildError,
  type HubEnvelope,
  type HubRoute,
  type ReceivedEnvelope,
} from '@sas-kit/fhir/hub';
import { sha256 } from './read-delivery.ts';
import type { AnswerContent, DueAnswer } from './store.ts';

/** To whom an answer goes, about which message. */
export interface AnswerTo {
  readonly sender: string;
  readonly about: string;
  readonly exercise?: boolean;
}

/** The sender of a message. */
export function answerTo(
  message: Pick<ReceivedEnvelope, 'distributionID' | 'senderID' | 'status'>,
): AnswerTo {
  return {
    sender: message.senderID,
    about: message.distributionID,
    exercise: message.status === 'Exercise',
  };
}

/** An answer to a message; the same one each time for the same content. */
export function dueAnswer(to: AnswerTo, content: AnswerContent): DueAnswer {
  const what = 'step' in content ? content.step : String(content.statusCode);
  return {
    id: sha256(`${what} ${to.about}`).slice(0, 32),
    recipient: to.sender,
    about: to.about,
    exercise: to.exercise ?? false,
    content,
  };
}

/** The message that carries an answer, with an expiry that counts from now. */
export function writeAnswer(answer: DueAnswer, clientId: string, now: Date): HubEnvelope<unknown> {
  const route: HubRoute = {
    sender: clientId,
    recipient: answer.recipient,
    id: answer.id,
    sentAt: now,
    exercise: answer.exercise,
  };
  const { content, about } = answer;
  if ('step' in content)
    return buildAcknowledgement({ distributionID: about, step: content.step }, route);
  const { statusCode, cause } = content;
  return buildError({ statusCode, cause, referencedDistributionID: about }, route);
}
