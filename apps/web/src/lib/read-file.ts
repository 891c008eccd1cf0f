/** A file chosen by a person, as the API takes it. */
export interface ChosenFile {
  /** Tells this choice from the others, without comparing contents. */
  readonly key: string;
  readonly fileName: string;
  readonly contentBase64: string;
}

/** Reads a file as base64, in the browser. */
export const readFile = (file: File): Promise<ChosenFile> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => {
      const url = String(reader.result);
      resolve({
        key: String(performance.now()),
        fileName: file.name,
        contentBase64: url.slice(url.indexOf(',') + 1),
      });
    };
    reader.readAsDataURL(file);
  });
