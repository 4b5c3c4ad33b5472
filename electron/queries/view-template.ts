import type { TemplateView } from '../../shared/contract/answers.ts';
import { readTemplate } from '../../shared/domain/template-shape.ts';
import type { TemplateRow } from '../store/templates.ts';

/** A template as the page shows it. */
export function viewTemplate(row: TemplateRow): TemplateView {
  const { name, language, category, status, rejected_reason: rejectedReason } = row;
  const shape = readTemplate(JSON.parse(row.components), category);
  return { name, language, category, status, rejectedReason, ...shape };
}
