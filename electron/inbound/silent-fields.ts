/**
 * Fields that Meta documents and that change nothing here: they are kept in the log and are no alarm. (Names with a variant: both have been seen.)
 * A field that stands neither here nor in parse-webhook.ts is one that this program does not know, and is told.
 */
export const SILENT_FIELDS: ReadonlySet<string> = new Set([
  'account_alerts',
  'account_review_update',
  'account_settings_update',
  'account_update',
  'automatic_events',
  'business_capability_update',
  'business_username_update',
  'business_username_updates',
  'calls',
  'flows',
  'messaging_handovers',
  'partner_solutions',
  'payment_configuration_update',
  'group_lifecycle_update',
  'group_participants_update',
  'group_participant_update',
  'group_settings_update',
  'group_status_update',
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'standby',
  'template_category_update',
  'template_correct_category_detection',
  'user_preferences',
]);
