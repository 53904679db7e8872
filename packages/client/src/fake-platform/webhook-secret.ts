/** What every fake platform signs with, and tells whoever makes an endpoint. It protects nothing. */
export const WEBHOOK_SECRET = 'whsec_ZmFrZSB3ZWJob29rIHNlY3JldCBvZiBTQVMgS2l0';
