/** Our own ids let a typed question be recognised when it comes back from the server. */
export function newItemId(): string {
  const random = crypto.getRandomValues(new Uint8Array(16))
  return `item_${Array.from(random, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 21)}`
}
