import type { GraphAccess } from './graph-call.ts';

/** The same way to the Graph API with the app's own token ("id|secret"): what belongs to the app is asked with that alone. */
export const appAccess = (access: GraphAccess, app: { id: string; secret: string }): GraphAccess => ({ ...access, accessToken: `${app.id}|${app.secret}` });
