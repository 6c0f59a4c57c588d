/** Passkeys by the browser's own means: one is made, or one signs in. */
import { request } from '../api/request.ts';

/** Whether this browser can at all. */
export function knowsPasskeys(): boolean {
  return 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Rejects where somebody changed their mind, or no passkey fits. */
export async function signInWithPasskey(): Promise<void> {
  const options = await request<PublicKeyCredentialRequestOptionsJSON>('/auth/passkey/generate-authenticate-options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const found = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  await request('/auth/passkey/verify-authentication', { method: 'POST', json: { response: found.toJSON() } });
}

export async function addPasskey(name: string): Promise<void> {
  const asked = `/auth/passkey/generate-register-options?name=${encodeURIComponent(name)}`;
  const options = await request<PublicKeyCredentialCreationOptionsJSON>(asked);
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  await request('/auth/passkey/verify-registration', { method: 'POST', json: { response: made.toJSON(), name } });
}
