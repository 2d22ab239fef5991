package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.model.ModelsMap;

/** The classes of the schemas, from the spec to the templates. */
final class Models {
  private final Templates templates;

  private Models(Templates templates) {
    this.templates = templates;
  }

  /** Replaces the schemas of a spec by plain ones, and keeps what the classes need. */
  static Models of(OpenAPI spec, String packageName) {
    Map<String, Shape> shapes = new PlainSpec(spec).rewrite();
    return new Models(new Templates(shapes, packageName, new ClassNames(shapes.keySet())));
  }

  String className(String schema) {
    return templates.simple(schema);
  }

  /** The type of a plain schema in an interface, which imports nothing. */
  String typeInInterfaces(Schema<?> plain) {
    if (isBinary(plain)) {
      return "byte[]";
    }
    return "array".equals(plain.getType()) && isBinary(plain.getItems())
        ? "java.util.List<byte[]>"
        : JavaTypes.of(plain, templates::whole).nullable(false).render(true);
  }

  private static boolean isBinary(@Nullable Schema<?> plain) {
    return plain != null && "binary".equals(plain.getFormat());
  }

  /** Hands the templates what they write. */
  void prepare(String schema, ModelsMap file) {
    CodegenModel model = file.getModels().get(0).getModel();
    model.isAlias = false;
    model.vendorExtensions.putAll(templates.of(schema));
  }
}
