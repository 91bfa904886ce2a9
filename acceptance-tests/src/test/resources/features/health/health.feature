Feature: Asking whether the service is there
  As someone who runs the service
  I want to ask it whether it is there, without rights of any kind,
  so that monitoring needs no key to people's data.

  Not from the article: what comes around it in use.

  Rule: The service tells that it is there

    @smoke
    Example: Max's monitoring asks
      When Max asks whether the service is there
      Then the service says that it is
