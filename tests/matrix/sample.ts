import { z } from 'zod';

/** The parts of JSON Schema that the contract's schemas use. */
interface JsonSchema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema | boolean;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
}

const byFormat: Record<string, string> = {
  uuid: '0190b0a0-0000-7000-8000-000000000000',
  date: '2026-11-20',
  'date-time': '2027-03-01T09:00:00Z',
  email: 'quelqu-un@test.example',
};

function sample(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return sample(choice.find(({ type }) => type !== 'null') ?? {});
  if (schema.allOf) return sample(Object.assign({}, ...schema.allOf));
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items as JsonSchema));
    case 'string':
      return byFormat[schema.format ?? ''] ?? 'a'.repeat(Math.max(schema.minLength ?? 0, 1));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1, 1);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

/** A small value that the schema accepts, unless it has rules that JSON Schema cannot say. */
export const sampleOf = (schema: z.ZodType): unknown =>
  sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
