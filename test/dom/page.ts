/**
 * Runs a module in a page of its own that has this Content-Security-Policy.
 * Resolves with the first message that the module sends to its parent; an error there rejects.
 */
export const inPage = (csp: string, code: string, before = ''): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    const heard = ({source, data}: MessageEvent<unknown>): void => {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', heard);
      frame.remove();
      if (typeof data === 'string') reject(new Error(data));
      else resolve(data);
    };
    addEventListener('message', heard);
    frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${csp}"><body>
      <script>addEventListener('error', ({message}) => parent.postMessage(message, '*')); ${before}</script>
      <script type="module">${code}</script>`;
    document.body.append(frame);
  });
