package io.atmoshub.providers;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.atmoshub.hub.HubJson;
import io.atmoshub.providers.http.HttpTrouble;
import io.atmoshub.providers.http.Upstream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.token.credentials.StaticTokenProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.auth.scheme.BedrockRuntimeAuthSchemeProvider;

/// One turn with Bedrock. LangChain4j leaves some of its streams without an end, and AWS's client wraps every
/// failure in others: here each comes out as it was.
record BedrockTurn(StreamingChatModel model, Supplier<Upstream> upstreams) implements StreamingChatModel {
    /// AWS's client wants one for time-outs, of which we give it none.
    private static final ScheduledExecutorService NO_TIMEOUTS = Executors.newScheduledThreadPool(
            0, task -> Thread.ofPlatform().daemon().name("bedrock-timeouts").unstarted(task));

    private static final String NO_CREDENTIALS =
            "This machine has no AWS credentials: no AWS_ACCESS_KEY_ID, no AWS_PROFILE and no role of its own.";

    static BedrockRuntimeAsyncClient client(ProviderSettings settings) {
        BedrockRuntimeAsyncClientBuilder client = BedrockRuntimeAsyncClient.builder()
                .region(Region.of(settings.region() == null ? "us-east-1" : settings.region()))
                .httpClient(new BedrockHttp())
                .asyncConfiguration(threads ->
                        threads.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
                .overrideConfiguration(
                        how -> how.retryStrategy(AwsRetryStrategy.doNotRetry()).scheduledExecutorService(NO_TIMEOUTS));
        if (settings.address() != null) {
            client.endpointOverride(settings.address());
        }
        String[] key = settings.keyText().split(":", 2);
        if (key.length == 2) {
            client.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key[0], key[1])));
        } else if (settings.key() != null) {
            client.tokenProvider(StaticTokenProvider.create(() -> settings.keyText()))
                    .authSchemeProvider(BedrockRuntimeAuthSchemeProvider.defaultProvider(List.of("httpBearerAuth")));
        } else {
            client.credentialsProvider(DefaultCredentialsProvider.builder().build());
        }
        return client.build();
    }

    @Override
    public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
        try (Upstream upstream = upstreams.get()) {
            BedrockHttp.Exchange exchange = new BedrockHttp.Exchange(upstream);
            ScopedValue.where(BedrockHttp.EXCHANGE, exchange)
                    .run(() -> model.chat(request, new Translating(handler, exchange)));
            exchange.throwTrouble();
        }
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    private static HttpTrouble.@Nullable What told(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case HttpTrouble trouble -> {
                    return trouble.what();
                }
                case AwsServiceException refused -> {
                    String code = refused.awsErrorDetails() == null
                            ? ""
                            : String.valueOf(refused.awsErrorDetails().errorCode());
                    String message = refused.awsErrorDetails() == null
                            ? String.valueOf(refused.getMessage())
                            : String.valueOf(refused.awsErrorDetails().errorMessage());
                    return new HttpTrouble.What.Refused(
                            200, HubJson.write(Map.of("message", message, "code", code)), null);
                }
                case SdkClientException broken
                when String.valueOf(broken.getMessage()).contains("credentials") -> {
                    return new HttpTrouble.What.Refused(401, HubJson.write(Map.of("message", NO_CREDENTIALS)), null);
                }
                default -> {}
            }
        }
        return null;
    }

    private record Translating(StreamingChatResponseHandler handler, BedrockHttp.Exchange exchange)
            implements StreamingChatResponseHandler {
        @Override
        public void onPartialResponse(String piece) {
            handler.onPartialResponse(piece);
        }

        @Override
        public void onPartialThinking(PartialThinking thinking) {
            handler.onPartialThinking(thinking);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            handler.onCompleteResponse(response);
            exchange.complete();
        }

        @Override
        public void onError(Throwable error) {
            HttpTrouble.@Nullable What what = told(error);
            if (what != null) {
                exchange.failed(new HttpTrouble(what, error));
            } else {
                handler.onError(error);
            }
        }
    }
}
