/** The form's own key, made by the server when the form was drawn: sending it twice has one effect. */
export function FormKey({ value, name = 'formKey' }: { value: string; name?: string }) {
  return <input type="hidden" name={name} value={value} />
}
