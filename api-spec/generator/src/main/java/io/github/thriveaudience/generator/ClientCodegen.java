package io.github.thriveaudience.generator;

import io.github.thriveaudience.generator.operation.Operations;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.languages.JavaClientCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/** Prepares the contract for the templates: what they cannot decide is decided here. */
public final class ClientCodegen extends JavaClientCodegen {
  /** Null until there is a spec. */
  private @Nullable Models models;

  /** For openapi-generator, which makes it. */
  public ClientCodegen() {}

  @Override
  public String getName() {
    return "thrive-audience";
  }

  /** The generator's own changes of schemas would come first. */
  @Override
  public boolean getUseOpenapiNormalizer() {
    return false;
  }

  /** As above; what is asked later is whether objects inside of others have a name, as they do. */
  @Override
  public boolean getUseInlineModelResolver() {
    return models != null && super.getUseInlineModelResolver();
  }

  @Override
  public void processOpts() {
    super.processOpts();
    additionalProperties.put("jsonPackage", RuntimeTypes.PACKAGE);
  }

  @Override
  public void preprocessOpenAPI(OpenAPI spec) {
    operations(spec).prepare();
    models = SpecValidation.checked(getInputSpec(), () -> Models.of(spec, modelPackage));
    super.preprocessOpenAPI(spec);
    // Nothing is imported. A schema that is called UUID, URI or map would have no class.
    importMapping.clear();
    // No template has examples, which take forever if many schemas refer to many.
    setSkipOperationExample(true);
  }

  // Schemas

  @Override
  public String toModelName(String name) {
    return models == null ? super.toModelName(name) : models.className(name);
  }

  /** The names of the classes are files' names already. */
  @Override
  public String modelFilename(String template, String model) {
    return modelFileFolder() + '/' + toModelName(model) + modelTemplateFiles().get(template);
  }

  /** In the interfaces, too, a class has its whole name. */
  @Override
  @SuppressWarnings("rawtypes")
  public String getTypeDeclaration(Schema schema) {
    return models == null ? super.getTypeDeclaration(schema) : models.typeInInterfaces(schema);
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
    Map<String, ModelsMap> processed = super.postProcessAllModels(all);
    if (models != null) {
      processed.forEach(models::prepare);
    }
    return processed;
  }

  // Operations

  @Override
  public CodegenOperation fromOperation(
      String path, String method, Operation operation, List<Server> servers) {
    CodegenOperation prepared = super.fromOperation(path, method, operation, servers);
    // What the server calls is no method of a client.
    return prepared.isCallbackRequest
        ? prepared
        : operations(openAPI).describe(prepared, path, operation);
  }

  @Override
  protected @Nullable ApiResponse findMethodResponse(ApiResponses responses) {
    return operations(openAPI).returned(responses);
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(OperationsMap tag, List<ModelMap> models) {
    OperationsMap prepared = super.postProcessOperationsWithModels(tag, models);
    operations(openAPI).describe(prepared, name -> toApiName(sanitizeTag(name)));
    return prepared;
  }

  @Override
  protected String getOrGenerateOperationId(Operation operation, String path, String method) {
    String id = operation.getOperationId();
    return Operations.methodName(id == null || id.isBlank() ? path + ' ' + method : id);
  }

  @Override
  public String sanitizeTag(String tag) {
    return Operations.tagName(tag);
  }

  @Override
  public String toApiName(String tag) {
    return tag + "Api";
  }

  private Operations operations(OpenAPI spec) {
    return new Operations(spec, schema -> getTypeDeclaration(unaliasSchema(schema)));
  }
}
