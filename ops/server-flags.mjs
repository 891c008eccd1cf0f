/**
 * How Node keeps the server small: left alone it grows its heap as far as the machine lets it before
 * it collects. With these the API stays under 300 MB (`npm run bench -- memory`). `Dockerfile` has
 * the same.
 */
export const serverFlags = [
  '--max-old-space-size=224',
  '--max-semi-space-size=4',
  '--heap-growing-percent=30',
];
