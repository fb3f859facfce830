/** Sends one attempt of a request. */
export type Send = (request: Request) => Promise<Response>

/** Something around every attempt. It may change the request before it is sent, and the response after it arrives. */
export type Layer = (request: Request, next: Send) => Promise<Response>

/** Puts layers around a sender, the first outermost. */
export const pipeline = (layers: readonly Layer[], send: Send): Send =>
  layers.reduceRight<Send>((next, layer) => (request) => layer(request, next), send)
