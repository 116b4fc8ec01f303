/** A short double tone, when the agent wants to hear new requests. Made here: no file, nothing to load. */
export function ring(): void {
  const context = new AudioContext();
  const volume = new GainNode(context, { gain: 0.08 });
  volume.connect(context.destination);
  [0, 0.22].forEach((at, index) => {
    const tone = new OscillatorNode(context, { frequency: index ? 880 : 660 });
    tone.connect(volume);
    tone.start(context.currentTime + at);
    tone.stop(context.currentTime + at + 0.16);
  });
  setTimeout(() => void context.close(), 1000);
}
