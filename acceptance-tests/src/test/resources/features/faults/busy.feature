@needs-faults
Feature: The service is busy
  As the owner of a shop that uses the service
  I want to be told to come back later when it is busy,
  so that nothing is lost and nothing is half done.

  Rule: Whoever is sent away has changed nothing

    Example: A user who could not be created
      Given the data is too busy
      When Sam creates the user ada@example.com
      Then this is refused because the service is busy
      And nothing was changed
