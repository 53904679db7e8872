import { REFERENCE_STEPS, type HubReference } from './acknowledgement.ts';
import { HUB_ERRORS, isHubErrorCode } from './error-codes.ts';
import {
  booleanAt,
  numberAt,
  objectAt,
  oneOfAt,
  reportAt,
  reportUnknownAt,
  textAt,
  type Reading,
} from './reading.ts';
import type { HubErrorReport } from './error-report.ts';

/** Reads an RC-REF. Null without the id of the message that it is about. */
export function readReference(reading: Reading): HubReference | null {
  reportUnknownAt(reading, ['distributionID', 'refused', 'errorDistributionID', 'step']);
  const distributionID = textAt(reading, 'distributionID', 'required');
  const refused = booleanAt(reading, 'refused');
  const errorDistributionID = textAt(reading, 'errorDistributionID', 'optional');
  const step = oneOfAt(reading, 'step', REFERENCE_STEPS, 'optional');
  if (distributionID === null) return null;
  return {
    distributionID,
    ...(refused === null ? {} : { refused }),
    ...(errorDistributionID === null ? {} : { errorDistributionID }),
    ...(step === null ? {} : { step }),
  };
}

/**
 * Reads an RS-ERROR. Null without a number or the id of the message that it is about. The number
 * counts: its name differs between the guide and the Hub, and 409 exists in the guide only.
 */
export function readErrorReport(reading: Reading): HubErrorReport | null {
  reportUnknownAt(reading, [
    'errorCode',
    'errorCause',
    'referencedDistributionID',
    'sourceMessage',
  ]);
  const errorCode = readErrorCode(objectAt(reading, 'errorCode', 'required'));
  const errorCause = textAt(reading, 'errorCause', 'required') ?? '';
  const referencedDistributionID = textAt(reading, 'referencedDistributionID', 'required');
  const source = objectAt(reading, 'sourceMessage', 'optional');
  if (errorCode === null || referencedDistributionID === null) return null;
  return {
    errorCode,
    errorCause,
    referencedDistributionID,
    ...(source === null ? {} : { sourceMessage: source.value }),
  };
}

function readErrorCode(reading: Reading | null): HubErrorReport['errorCode'] | null {
  if (reading === null) return null;
  reportUnknownAt(reading, ['statusCode', 'statusString']);
  const statusCode = numberAt(reading, 'statusCode');
  const statusString = textAt(reading, 'statusString', 'required') ?? '';
  if (statusCode === null) return null;
  if (!isHubErrorCode(statusCode)) reportAt(reading, 'error-code-unknown', 'statusCode');
  else if (statusString !== '' && HUB_ERRORS[statusCode].statusString !== statusString)
    reportAt(reading, 'error-name-differs', 'statusString');
  return { statusCode, statusString };
}
