package io.atmoshub.providers;

class AzureTest extends ProviderContract {
    @Override
    WireFormat format() {
        return new AzureFormat();
    }
}
