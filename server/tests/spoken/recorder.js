// Records what the page plays: every audio element's stream and everything sent to an audio context's output.
(() => {
  const getUserMedia = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
  if (getUserMedia) {
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await getUserMedia(wanted);
      // A file that plays the microphone begins now.
      window.microphoneOpenedAt ??= performance.now();
      return stream;
    };
  }
  const RATE_HZ = 24000;
  const pieces = [];
  let context = null;
  const tap = () => {
    context ??= new AudioContext({ sampleRate: RATE_HZ });
    const node = context.createScriptProcessor(4096, 1, 1);
    node.onaudioprocess = (event) => {
      const input = event.inputBuffer.getChannelData(0);
      window.recordedFrom ??= performance.now() - (input.length / RATE_HZ) * 1000;
      pieces.push({ at: context.currentTime, pcm: Float32Array.from(input) });
    };
    node.connect(context.destination);
    return node;
  };
  const listen = (stream) => {
    if (stream instanceof MediaStream && stream.getAudioTracks().length > 0) {
      const input = tap();
      context.createMediaStreamSource(stream).connect(input);
    }
  };
  const srcObject = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...srcObject,
    set(stream) {
      srcObject.set.call(this, stream);
      listen(stream);
    },
  });
  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = function (target, ...rest) {
    const result = connect.call(this, target, ...rest);
    if (target instanceof AudioDestinationNode && target.context !== context) {
      const copy = target.context.createMediaStreamDestination();
      connect.call(this, copy);
      listen(copy.stream);
    }
    return result;
  };
  // How long something louder than a whisper has sounded.
  window.audibleSeconds = () =>
    pieces.filter(({ pcm }) => pcm.some((sample) => Math.abs(sample) > 0.02)).length * (4096 / RATE_HZ);
  // Base64 of mono s16le at 24 kHz, mixed by time of arrival.
  window.recordedSound = () => {
    if (!pieces.length) return '';
    const start = Math.min(...pieces.map((piece) => piece.at));
    const end = Math.max(...pieces.map((piece) => piece.at + piece.pcm.length / RATE_HZ));
    const mix = new Float32Array(Math.ceil((end - start) * RATE_HZ) + 4096);
    for (const piece of pieces) {
      const offset = Math.round((piece.at - start) * RATE_HZ);
      for (let i = 0; i < piece.pcm.length; i++) mix[offset + i] += piece.pcm[i];
    }
    const bytes = new Uint8Array(mix.length * 2);
    const view = new DataView(bytes.buffer);
    mix.forEach((value, i) => view.setInt16(2 * i, Math.max(-1, Math.min(1, value)) * 32767, true));
    let text = '';
    for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
    return btoa(text);
  };
})();
