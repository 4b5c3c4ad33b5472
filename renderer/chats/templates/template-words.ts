import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { TemplateView } from '../../../shared/contract/answers.ts';

/** What a template costs by its category. Source: Meta's price list, which changes; so no amounts. */
export function categoryWords(category: string): MessageDescriptor | null {
  switch (category.toUpperCase()) {
    case 'MARKETING':
      return msg`Marketing: charged by Meta, the dearest kind`;
    case 'UTILITY':
      return msg`Utility: charged by Meta`;
    case 'AUTHENTICATION':
      return msg`One-time codes: charged by Meta`;
    // Meta may name new ones any day.
    default:
      return null;
  }
}

/** Meta's word for what a template may do now, in words; null for one that is not known. */
export function statusWords(status: string): MessageDescriptor | null {
  switch (status.toUpperCase()) {
    case 'APPROVED':
      return msg`Approved`;
    case 'PENDING':
    case 'IN_APPEAL':
      return msg`Meta is still checking it`;
    case 'REJECTED':
      return msg`Rejected by Meta`;
    case 'PAUSED':
      return msg`Paused by Meta: too many customers complained`;
    case 'DISABLED':
      return msg`Switched off by Meta`;
    case 'PENDING_DELETION':
    case 'DELETED':
      return msg`Being deleted`;
    case 'LIMIT_EXCEEDED':
      return msg`Too many templates in the account`;
    default:
      return null;
  }
}

/** True for one that can be sent from here. */
export function isSendable({ status, canSend }: TemplateView): boolean {
  return status.toUpperCase() === 'APPROVED' && canSend;
}
